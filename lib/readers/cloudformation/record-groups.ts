import { isList, isMap, type Resource } from '../../model';

const GROUP = 'AWS::Route53::RecordSetGroup';
const RECORD = 'AWS::Route53::RecordSet';

/**
 * A group of records is a way to write several records down: each is judged as the record that it is, under the logical
 * id of the group. A group whose records cannot be told apart stays one.
 */
export function recordsOf(resource: Resource): readonly Resource[] {
  if (resource.type !== GROUP) return [resource];
  const { RecordSets: records, ...shared } = resource.properties;
  if (!isList(records) || !records.every(isMap)) return [resource];
  return records.map((record, index) => ({
    ...resource,
    // References to the group find its first record.
    key: index === 0 ? resource.key : `${resource.key}/RecordSets/${index}`,
    type: RECORD,
    properties: { ...shared, ...record },
    source: { ...resource.source, path: [...resource.source.path, 'Properties', 'RecordSets', index] },
  }));
}

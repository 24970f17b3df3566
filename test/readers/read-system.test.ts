import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Reference } from '../../lib/model';
import { readSystem } from '../../lib/readers';

describe('readSystem', () => {
  it('reads a template into resources with references', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'nospof-')), 'shop.yaml');
    writeFileSync(
      file,
      'Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n  Subnet:\n    Type: AWS::EC2::Subnet\n    Properties: { VpcId: !Ref Vpc }\n',
    );
    const system = readSystem([file]);
    const subnet = system.resources.get('shop/Subnet');
    expect(subnet?.properties.VpcId).toEqual(new Reference('shop/Vpc'));
    expect(system.locate(subnet!.source)).toEqual({ file, line: 4, column: 3 });
  });
});

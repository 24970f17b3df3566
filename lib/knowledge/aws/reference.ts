/** The page of the CloudFormation reference that says what a type's properties mean and what holds when they are absent. */
export const reference = (page: string): string =>
  `https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-${page}.html`;

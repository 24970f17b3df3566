variable "vpc_id" {}
variable "zones" {}

resource "aws_subnet" "Priv" {
  count             = 2
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.${2 + count.index}.0/24"
  availability_zone = var.zones[count.index]
}

# In the zone of the first one: two subnets, one zone.
resource "aws_subnet" "PrivA2" {
  vpc_id            = var.vpc_id
  cidr_block        = "10.0.4.0/24"
  availability_zone = var.zones[0]
}

output "a" {
  value = aws_subnet.Priv[0].id
}

output "b" {
  value = aws_subnet.Priv[1].id
}

output "a2" {
  value = aws_subnet.PrivA2.id
}

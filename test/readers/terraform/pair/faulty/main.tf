# The pair of planted faults, with its faults, as Terraform writes it.
# plan.json beside this file: terraform plan -refresh=false -out=plan.bin && terraform show -json plan.bin

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "region" {
  default = "us-east-1"
}

# The plan asks nobody anything, so that it can be made without an account.
provider "aws" {
  region                      = var.region
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

resource "terraform_data" "ready" {}

# Read during the apply: the plan knows the zones by their index only.
data "aws_availability_zones" "all" {
  state      = "available"
  depends_on = [terraform_data.ready]
}

resource "aws_vpc" "Vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "Igw" {
  vpc_id = aws_vpc.Vpc.id
}

resource "aws_subnet" "PubA" {
  vpc_id            = aws_vpc.Vpc.id
  cidr_block        = "10.0.0.0/24"
  availability_zone = data.aws_availability_zones.all.names[0]
}

resource "aws_subnet" "PubB" {
  vpc_id            = aws_vpc.Vpc.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = data.aws_availability_zones.all.names[1]
}

module "private" {
  source = "./private"
  vpc_id = aws_vpc.Vpc.id
  zones  = data.aws_availability_zones.all.names
}

resource "aws_eip" "Eip" {
  domain = "vpc"
}

resource "aws_nat_gateway" "Nat" {
  subnet_id     = aws_subnet.PubA.id
  allocation_id = aws_eip.Eip.id
}

resource "aws_route_table" "RtPub" {
  vpc_id = aws_vpc.Vpc.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.Igw.id
  }
}

resource "aws_route_table_association" "RaPub" {
  for_each       = { A = aws_subnet.PubA.id, B = aws_subnet.PubB.id }
  route_table_id = aws_route_table.RtPub.id
  subnet_id      = each.value
}

resource "aws_route_table" "RtPriv" {
  vpc_id = aws_vpc.Vpc.id
}

resource "aws_route" "RPriv" {
  route_table_id         = aws_route_table.RtPriv.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.Nat.id
}

resource "aws_route_table_association" "RaPrivA" {
  route_table_id = aws_route_table.RtPriv.id
  subnet_id      = module.private.a
}

resource "aws_route_table_association" "RaPrivB" {
  route_table_id = aws_route_table.RtPriv.id
  subnet_id      = module.private.b
}

resource "aws_security_group" "Sg" {
  description = "web"
  vpc_id      = aws_vpc.Vpc.id
}

resource "aws_lb" "Alb" {
  subnets                    = [aws_subnet.PubA.id, aws_subnet.PubB.id]
  security_groups            = [aws_security_group.Sg.id]
  enable_deletion_protection = true
}

resource "aws_lb_target_group" "Tg" {
  vpc_id   = aws_vpc.Vpc.id
  protocol = "HTTP"
  port     = 80

  health_check {
    path    = "/"
    matcher = "200-499"
  }
}

resource "aws_lb_listener" "Lis" {
  load_balancer_arn = aws_lb.Alb.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.Tg.arn
  }
}

resource "aws_launch_template" "Lt" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "m5.large"
}

resource "aws_autoscaling_group" "Asg" {
  min_size                  = 1
  max_size                  = 1
  vpc_zone_identifier       = [module.private.a, module.private.a2]
  target_group_arns         = [aws_lb_target_group.Tg.arn]
  health_check_type         = "ELB"
  health_check_grace_period = 120

  launch_template {
    id      = aws_launch_template.Lt.id
    version = aws_launch_template.Lt.latest_version
  }
}

resource "aws_db_subnet_group" "DbSubnets" {
  subnet_ids = [module.private.a, module.private.b]
}

resource "aws_rds_cluster" "Aurora" {
  engine                      = "aurora-postgresql"
  master_username             = "adm"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.DbSubnets.name
  backup_retention_period     = 14
  deletion_protection         = true
  storage_encrypted           = true
}

resource "aws_rds_cluster_instance" "AuroraW" {
  cluster_identifier         = aws_rds_cluster.Aurora.id
  engine                     = aws_rds_cluster.Aurora.engine
  instance_class             = "db.r6g.large"
  auto_minor_version_upgrade = true
}

resource "aws_vpc_endpoint" "Ep" {
  vpc_id              = aws_vpc.Vpc.id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${var.region}.secretsmanager"
  subnet_ids          = [module.private.a]
  private_dns_enabled = true
}

resource "aws_customer_gateway" "Cgw" {
  bgp_asn    = 65000
  ip_address = "203.0.113.10"
  type       = "ipsec.1"
}

resource "aws_vpn_gateway" "Vgw" {}

resource "aws_vpn_connection" "Vpn" {
  type                = "ipsec.1"
  customer_gateway_id = aws_customer_gateway.Cgw.id
  vpn_gateway_id      = aws_vpn_gateway.Vgw.id
}

resource "aws_route53_zone" "Zone" {
  name = "example.com"
}

resource "aws_route53_record" "Rec" {
  zone_id        = aws_route53_zone.Zone.zone_id
  name           = "app.example.com"
  type           = "A"
  set_identifier = "p"

  failover_routing_policy {
    type = "PRIMARY"
  }

  alias {
    name                   = aws_lb.Alb.dns_name
    zone_id                = aws_lb.Alb.zone_id
    evaluate_target_health = false
  }
}

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { assess } from '../../lib';

const root = join(__dirname, '../..');
const examples = join(root, 'docs/examples');
const text = (file: string) => readFileSync(join(examples, file), 'utf8');
const judged = (file: string) => assess([join(examples, file)], { survive: 'zone', parameters: {}, worlds: 'default' });

describe('the pair of the comparison', () => {
  const faults: readonly { readonly fault: number; readonly title: string; readonly resources: readonly string[] }[] = JSON.parse(
    text('pair/faults.json'),
  );
  const marked = [...text('pair/planted.yaml').matchAll(/\b(\d+): /g)].map(([, number]) => Number(number));

  it('has its faults marked, and every one of them is found and nothing else', async () => {
    const { findings, unproven } = await judged('pair/planted.yaml');
    expect(faults.map(({ fault }) => fault)).toEqual([...marked].sort((a, b) => a - b));
    expect(findings).toHaveLength(faults.length);
    expect(unproven).toEqual([]);
    const page = readFileSync(join(root, 'docs/comparison.md'), 'utf8');
    for (const { fault, title, resources } of faults) {
      const [, rule] =
        page
          .split('\n')
          .find((line) => line.startsWith(`| ${fault}. ${title} |`))
          ?.split(' | ') ?? [];
      expect(findings.filter((finding) => finding.rule === rule && resources.includes(finding.resource.id))).toHaveLength(1);
    }
  });

  it('is proven once it is repaired', async () => {
    expect(await judged('pair/repaired.yaml')).toMatchObject({ findings: [], unproven: [], problems: [] });
  });
});

describe('the examples for CI', () => {
  const workflow = (file: string) => parse(text(file));
  const declared = parse(readFileSync(join(root, 'action.yml'), 'utf8')).inputs;

  it('give the action inputs that it has', () => {
    const steps: readonly { readonly uses?: string; readonly with?: object }[] = workflow('ci/github.yml').jobs.judge.steps;
    const given = steps.find(({ uses }) => uses?.startsWith('OWNER/nospof@'))?.with ?? {};
    expect(Object.keys(given)).not.toEqual([]);
    expect(Object.keys(declared)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  it('set variables that the job of GitLab has', () => {
    const job = parse(readFileSync(join(root, 'ci/gitlab.yml'), 'utf8')).nospof;
    const { variables, ...rest } = workflow('ci/gitlab.yml').nospof;
    expect(Object.keys(job.variables)).toEqual(expect.arrayContaining(Object.keys(variables)));
    expect(Object.keys(rest)).toEqual(['before_script']);
  });

  it('name the hook of pre-commit', () => {
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    expect(workflow('ci/pre-commit.yaml').repos[0].hooks[0].id).toBe(hook.id);
  });

  describe('that comment', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'nospof-comment-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    /** Runs the step in a repository whose last commit takes a manifest from one state to another. */
    function commented(before: string, after: string, base = 'main') {
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      const program = (name: string, script: string) => {
        writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
        chmodSync(join(bin, name), 0o755);
      };
      program('npx', `shift; exec "${process.execPath}" "${join(root, 'dist/bin/nospof.js')}" "$@"`);
      program('gh', 'echo "$@" >said');
      const run = (script: string, env: Readonly<Record<string, string>> = {}) =>
        spawnSync('bash', ['-e', '-c', script], {
          cwd: folder,
          encoding: 'utf8',
          env: { PATH: `${bin}:${process.env.PATH ?? ''}`, HOME: folder, ...env },
        });
      const git = 'git -c user.name=shop -c user.email=shop@example.com';
      mkdirSync(join(folder, 'infra'));
      writeFileSync(join(folder, 'infra/shop.yaml'), before);
      expect(
        run(`git init -q && git add infra && ${git} commit -qm old && git update-ref refs/remotes/origin/main HEAD`).status,
      ).toBe(0);
      writeFileSync(join(folder, 'infra/shop.yaml'), after);
      expect(run(`${git} commit -qam new`).status).toBe(0);
      const step = workflow('ci/github-comment.yml').jobs.comment.steps.find(
        ({ id }: { readonly id?: string }) => id === 'judge',
      );
      expect(Object.keys(step.env)).toEqual(['BASE', 'NUMBER', 'GH_TOKEN']);
      const { status } = run(step.run, { BASE: base, NUMBER: '7' });
      const said = (file: string) => (readdirSync(folder).includes(file) ? readFileSync(join(folder, file), 'utf8') : '');
      return { status, gh: said('said'), comment: said('comment.md') };
    }

    it('say what the change brings in, and fail', () => {
      const { status, gh, comment } = commented(text('pair/repaired.yaml'), text('pair/planted.yaml'));
      expect(status).toBe(1);
      expect(gh).toBe('pr comment 7 --body-file comment.md --edit-last --create-if-none\n');
      expect(comment).toContain('database-without-standby');
    });

    it('say nothing where there is nothing to compare with', () => {
      const { status, gh } = commented(text('pair/repaired.yaml'), text('pair/planted.yaml'), 'never-fetched');
      expect({ status, gh }).toEqual({ status: 2, gh: '' });
    });
  });
});

describe('the example for Terraform', () => {
  it('has a plan of the resources that its configuration names', () => {
    const named = [...text('terraform/main.tf').matchAll(/^resource "(\w+)" "(\w+)"/gm)].map(
      ([, type, name]) => `${type}.${name}`,
    );
    const planned: readonly { readonly address: string }[] = JSON.parse(text('terraform/plan.json')).resource_changes;
    expect([...new Set(planned.map(({ address }) => address.replace(/\[.*/, '')))].sort()).toEqual([...named].sort());
  });
});

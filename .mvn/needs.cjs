// Says in one sentence what this machine lacks, before the build trips over it. Prints nothing when all is there.
const fs = require('node:fs'), os = require('node:os'), path = require('node:path');

const home = os.homedir();
const version = (dir) => {
  for (const at of [dir, path.join(dir, 'Contents', 'Home')]) {
    if (!['javac', 'javac.exe'].some((name) => fs.existsSync(path.join(at, 'bin', name)))) continue;
    try {
      return (/JAVA_VERSION="(\d+)/.exec(fs.readFileSync(path.join(at, 'release'), 'utf8')) ?? [])[1];
    } catch {
      return (/(?:^|\D)(25)(?:\D|$)/.exec(path.basename(dir)) ?? [])[1];
    }
  }
};
const below = (dir, depth) => {
  if (version(dir) === '25') return true;
  if (depth === 0) return false;
  try {
    return fs.readdirSync(dir).some((name) => below(path.join(dir, name), depth - 1));
  } catch {
    return false;
  }
};
// Where Maven's toolchains plugin looks, and a little beyond.
const places = ['/usr/lib/jvm', '/usr/lib64/jvm', '/usr/java', '/usr/jdk', '/usr/local/java', '/opt/java', '/opt/hostedtoolcache',
  '/Library/Java/JavaVirtualMachines', 'C:\\Program Files\\Java', 'C:\\Program Files\\Eclipse Adoptium', 'C:\\Program Files\\Zulu',
  'C:\\Program Files\\Amazon Corretto', 'C:\\Program Files\\BellSoft', 'C:\\hostedtoolcache\\windows',
  ...['.jdks', '.m2/jdks', '.sdkman/candidates/java', '.gradle/jdks', '.jenv/versions', '.jbang/cache/jdks', '.asdf/installs/java',
    '.jabba/jdk', '.local/share/mise/installs/java', 'Library/Java/JavaVirtualMachines'].map((at) => path.join(home, at))];
const named = Object.entries(process.env).filter(([name]) => /^(JAVA|JDK)[0-9_]*_?HOME/.test(name)).map(([, at]) => at);

const hasJdk = fs.existsSync(path.join(home, '.m2', 'toolchains.xml')) || [...named, process.argv[2]].some((at) => at && version(at) === '25')
  || places.some((at) => below(at, 3));
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.log(`Jucai needs Node.js 20 or newer to build its pages, and this is ${process.version}: install it and run the same command again.`);
} else if (!hasJdk) {
  console.log('Jucai needs a JDK 25: install one (any vendor, next to the JDK that runs Maven), or set JAVA_HOME to it, and run the same command again.');
}

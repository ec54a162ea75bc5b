/** The program of the kit, by file name; loaded with the first kit. */
import folders from './python/folders.py?raw';
import goldenText from './python/golden.py?raw';
import kerasFile from './python/keras_file.py?raw';
import network from './python/network.py?raw';
import onRay from './python/on_ray.py?raw';
import readme from './python/README.md?raw';
import requirements from './python/requirements.txt?raw';
import rows from './python/rows.py?raw';
import train from './python/train.py?raw';

export const program: Readonly<Record<string, string>> = {
  'README.md': readme,
  'requirements.txt': requirements,
  'train.py': train,
  'folders.py': folders,
  'golden.py': goldenText,
  'keras_file.py': kerasFile,
  'network.py': network,
  'on_ray.py': onRay,
  'rows.py': rows,
};

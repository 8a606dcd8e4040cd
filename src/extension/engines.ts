/** One engine for each configuration in use: documents of one folder share what it has read. */
import type { Engine } from '../analysis/engine.js';
import type { EngineConfig } from '../analysis/engine-config.js';

export class Engines {
  private readonly made = new Map<string, Engine>();

  constructor(private readonly make: (config: EngineConfig) => Engine) {}

  /** The engine for a configuration; the same one for an equal configuration. */
  get(config: EngineConfig): Engine {
    const key = JSON.stringify(config);
    let engine = this.made.get(key);
    if (!engine) {
      engine = this.make(config);
      this.made.set(key, engine);
    }
    return engine;
  }

  /** Forgets all engines, when their configurations have gone. */
  clear(): void {
    this.made.clear();
  }
}

import { ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import type { Environment } from "../../core/definition/environment.ts";
import { nameSome, plural } from "../../core/text/text.ts";
import type { Gpu } from "../../machine/gpu/gpu.ts";
import { listGpus } from "../../machine/gpu/list.ts";
import { listCards, type Card } from "../../machine/gpu/nvidia-smi.ts";

const MOST_NAMED = 16;

/** The GPUs that a run here may use, with their memory where the driver tells it. */
export async function checkGpus(env: Environment): Promise<readonly Check[]> {
  const [{ gpus, warnings }, cards] = await Promise.all([listGpus(env), listCards(env)]);
  return [
    ...warnings.map((text) => warning("gpus", text, FIX)),
    ...(gpus.length > 0 || warnings.length === 0 ? [ok("gpus", words(gpus, cards))] : []),
  ];
}

const FIX = "`nvidia-smi` in this shell must list the GPUs: mend the driver or the variable first.";

function words(gpus: readonly Gpu[], cards: readonly Card[]): string {
  if (gpus.length === 0) {
    if (cards.length === 0)
      return "none here: commands run one at a time, unless parallel says otherwise";
    return `none for a run: CUDA_VISIBLE_DEVICES hides ${plural(cards.length, "GPU")}`;
  }
  const named = gpus.map((gpu) => cardWords(gpu, cards));
  return `${plural(gpus.length, "GPU")}: ${nameSome(named, MOST_NAMED)}`;
}

function cardWords({ value, lease, isSlice }: Gpu, cards: readonly Card[]): string {
  if (isSlice === true) return `${value} (a MIG slice)`;
  const card = cards.find(({ uuid }) => uuid.toLowerCase() === lease);
  if (card === undefined) return value;
  const { name, totalMiB, freeMiB } = card;
  const free = freeMiB === undefined ? "" : `, ${inGiB(freeMiB)} free`;
  return `${value} (${name}${totalMiB === undefined ? "" : `, ${inGiB(totalMiB)}`}${free})`;
}

/** As makers of GPUs count. */
function inGiB(mib: number): string {
  return `${(mib / 1024).toFixed(1)} GiB`;
}

/**
 * How different two colours look, also to people who do not see all of them: simulation after Machado, Oliveira and
 * Fernandes (2009), full severity; difference by CIEDE2000 (Sharma, Wu and Dalal 2005).
 */

type Triple = readonly [number, number, number];

const matrices = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanope: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranope: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanope: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export type Vision = keyof typeof matrices;
export const visions = Object.keys(matrices) as Vision[];

function linear(hex: string, start: number): number {
  const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function seen(vision: Vision, hex: string): Triple {
  const [red, green, blue] = [linear(hex, 1), linear(hex, 3), linear(hex, 5)];
  const m = matrices[vision];
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return [clamp(m[0] * red + m[1] * green + m[2] * blue), clamp(m[3] * red + m[4] * green + m[5] * blue), clamp(m[6] * red + m[7] * green + m[8] * blue)];
}

function toLab([red, green, blue]: Triple): Triple {
  const curve = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const hue = (b: number, a: number) => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;

function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot((1 + g) * a1, b1), Math.hypot((1 + g) * a2, b2)];
  const [h1, h2] = [hue(b1, (1 + g) * a1), hue(b2, (1 + g) * a2)];
  const turn = ((((h2 - h1 + 180) % 360) + 360) % 360) - 180;
  const deltaHue = c1 * c2 === 0 ? 0 : 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const lightness = (l1 + l2) / 2;
  const chroma = (c1 + c2) / 2;
  const middle = h1 + turn / 2;
  const t = 1 - 0.17 * Math.cos(radians(middle - 30)) + 0.24 * Math.cos(radians(2 * middle)) + 0.32 * Math.cos(radians(3 * middle + 6)) - 0.2 * Math.cos(radians(4 * middle - 63));
  const sl = 1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2);
  const sc = 1 + 0.045 * chroma;
  const sh = 1 + 0.015 * chroma * t;
  const around = ((middle + 360) % 360) - 275;
  const rt = -Math.sin(radians(60 * Math.exp(-((around / 25) ** 2)))) * 2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, deltaHue / sh];
  return Math.sqrt(dl * dl + dc * dc + dh * dh + rt * dc * dh);
}

export function differenceUnder(vision: Vision, one: string, other: string): number {
  return ciede2000(toLab(seen(vision, one)), toLab(seen(vision, other)));
}

// Degrees to map units and back: Web Mercator, the whole world from 0 to 1 in both directions.

const EQUATOR_KM = 40_075;
const HIGHEST = 85.0511; // degrees; nearer to the poles the map ends

export function toX(lon: number): number {
  return (lon + 180) / 360;
}

export function toY(lat: number): number {
  const phi = (Math.max(-HIGHEST, Math.min(HIGHEST, lat)) * Math.PI) / 180;
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI);
}

export function toLon(x: number): number {
  return x * 360 - 180;
}

export function toLat(y: number): number {
  return (360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90;
}

/** How many map units a length has at a latitude. */
export function unitsOf(km: number, lat: number): number {
  return km / (EQUATOR_KM * Math.max(0.01, Math.cos((lat * Math.PI) / 180)));
}

/** How many kilometres a map unit has at a latitude. */
export function kmOf(units: number, lat: number): number {
  return units * EQUATOR_KM * Math.cos((lat * Math.PI) / 180);
}

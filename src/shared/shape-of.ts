import type { z } from 'zod';

/** Demands a schema for every key of `T` and for no other: a new field of the model cannot be forgotten in its schema. */
export type ShapeOf<T> = { readonly [K in keyof Required<T>]: z.ZodType };

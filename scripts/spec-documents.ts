export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"] as const;
export type Method = (typeof METHODS)[number];

export interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

/** A header of a response. Swagger 2.0 has the keywords of a schema in place of `schema`. */
export interface Header {
  readonly required?: boolean;
  readonly schema?: Schema;
  readonly items?: Schema;
  readonly [keyword: string]: unknown;
}

export interface Parameter extends Header {
  readonly name: string;
  readonly in: string;
}

export interface Response {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly schema?: Schema;
  readonly content?: Content;
  readonly [keyword: string]: unknown;
}

export interface RequestBody {
  readonly required?: boolean;
  readonly content?: Content;
  readonly [keyword: string]: unknown;
}

/** The schemas of a body, by media type. */
export type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
}

/** Schemes, with their scopes, that are enough together. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, Response>>;
  readonly operationId?: string;
  readonly requestBody?: RequestBody;
  readonly consumes?: readonly string[];
  readonly produces?: readonly string[];
  readonly security?: readonly SecurityRequirement[];
  readonly [keyword: string]: unknown;
}

export type PathItem = { readonly [OneMethod in Method]?: Operation } & {
  readonly parameters?: readonly Parameter[];
};

interface Document {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly security?: readonly SecurityRequirement[];
}

/** A Swagger 2.0 document without references. */
export interface Swagger extends Document {
  readonly swagger: "2.0";
  readonly host?: string;
  readonly basePath?: string;
  readonly schemes?: readonly string[];
  readonly consumes?: readonly string[];
  readonly produces?: readonly string[];
  readonly securityDefinitions?: Readonly<Record<string, SecurityScheme>>;
}

/** An OpenAPI 3 document without references. */
export interface OpenApi extends Document {
  readonly servers?: readonly { readonly url: string }[];
  readonly components?: {
    readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
  };
}

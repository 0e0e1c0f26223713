import Type from 'typebox';

const strict = { additionalProperties: false } as const;

const folder = Type.Optional(
  Type.String({
    pattern: '^(?!/|[A-Za-z]:|.*(^|[/\\\\])\\.\\.([/\\\\]|$)).+$',
    maxLength: 400,
    description: 'a folder inside the project, such as "sdk/python".',
  }),
);

/** Schema of `SdkInput` in sdk-input.ts. */
export const Sdk = Type.Object(
  {
    without: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { maxItems: 50 })),
    typescript: Type.Optional(
      Type.Object({ folder, importExtension: Type.Optional(Type.Enum(['.js', '.ts', ''])) }, strict),
    ),
    python: Type.Optional(
      Type.Object(
        {
          folder,
          package: Type.Optional(
            Type.String({
              pattern: '^[a-z_][a-z0-9_]*$',
              maxLength: 60,
              description: 'a name that Python can import, such as "my_store".',
            }),
          ),
        },
        strict,
      ),
    ),
    go: Type.Optional(
      Type.Object(
        {
          folder,
          module: Type.Optional(
            Type.String({
              pattern: '^[a-z0-9.-]+(/[A-Za-z0-9._~-]+)*$',
              maxLength: 200,
              description: 'the path of a Go module, such as "github.com/acme/store-sdk".',
            }),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);

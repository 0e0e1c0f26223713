/** `pyproject.toml`: what makes the folder a package that pip and uv install. */
export function printProject(packageName: string): string {
  return `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "${packageName.replaceAll('_', '-')}"
version = "1.0.0"
description = "SDK of this store"
requires-python = ">=3.10"
dependencies = [
    "anyio>=4",
    "httpx>=0.27,<1",
    "pydantic>=2.10,<3",
    "typing-extensions>=4.12.2",
]

[tool.hatch.build.targets.wheel]
packages = ["${packageName}"]
`;
}

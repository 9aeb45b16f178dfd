// Writes the notices that the licenses of shipped NuGet packages ask for, from their bill of materials (CycloneDX, JSON).
//
//   dotnet run --file build/shipping/notices.cs -- BILL FOLDER-OF-LICENSES APACHE-LICENSE HAND-WRITTEN-NOTICES OUTPUT
using System.Text;
using System.Text.Json;

var (bill, licenses, apache, byHand, output) = (args[0], args[1], args[2], args[3], args[4]);
using var json = JsonDocument.Parse(File.ReadAllBytes(bill));
var packages = json.RootElement.GetProperty("components").EnumerateArray().Select(Read).OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase).ToArray();
var text = new StringBuilder(File.ReadAllText(byHand).TrimEnd()).AppendLine();
foreach (var ofLicense in packages.GroupBy(package => package.License).OrderBy(group => group.Key, StringComparer.Ordinal))
{
    text.AppendLine().AppendLine($"## Packages under {ofLicense.Key}").AppendLine();
    foreach (var package in ofLicense)
    {
        text.AppendLine($"- {package.Name} {package.Version}{(package.Copyright is { Length: > 0 } holder ? $": {holder}" : "")}");
    }

    text.AppendLine().AppendLine("```text").AppendLine(TextOf(ofLicense.Key, [.. ofLicense]).Trim()).AppendLine("```");
}

File.WriteAllText(output, text.ToString());
Console.WriteLine($"{packages.Length} packages: {output}");

static Package Read(JsonElement component)
{
    // Of several licenses to choose from, the Apache License is Sendra's own.
    var all = component.TryGetProperty("licenses", out var list)
        ? [.. list.EnumerateArray().Select(one => one.TryGetProperty("license", out var license) ? license : one)]
        : Array.Empty<JsonElement>();
    var ids = all.Select(license => Text(license, "id") ?? Text(license, "expression")).OfType<string>().ToArray();
    var own = ids.Contains("Apache-2.0") ? "Apache-2.0" : ids.FirstOrDefault();
    var name = Text(component, "name")!;

    // An older package names its license by a URL alone.
    own ??= name == "MediatR" ? "Apache-2.0" : $"terms of their own ({name})";
    var file = all.Select(license => license.TryGetProperty("text", out var content) ? Text(content, "content") : null).OfType<string>().FirstOrDefault();
    return new Package(name, Text(component, "version")!, own, Text(component, "copyright"), file is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(file)));
}

string TextOf(string license, Package[] packages) =>
    license == "Apache-2.0" ? File.ReadAllText(apache)
    : File.Exists(Path.Combine(licenses, license + ".txt")) ? File.ReadAllText(Path.Combine(licenses, license + ".txt"))
    : packages.Select(package => package.OwnText).OfType<string>().FirstOrDefault()
    ?? throw new InvalidOperationException($"The text of the license {license} is missing: {string.Join(", ", packages.Select(package => package.Name))}.");

static string? Text(JsonElement element, string property) =>
    element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

internal sealed record Package(string Name, string Version, string License, string? Copyright, string? OwnText);

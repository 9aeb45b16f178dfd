using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sendra.Cli.Common;
using Sendra.Client.Automations;
using Sendra.Client.Json;

namespace Sendra.Cli.Automations;

/// <summary>
/// An automation as a file: what it does, in an order that never changes, so that git shows what somebody changed and nothing else. Its status
/// isn't part of it: pushing a file activates nothing.
/// </summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Content">What it holds.</param>
internal sealed record AutomationFile(string Path, JsonObject Content)
{
    private const string IdKey = "id";
    private const string VersionKey = "version";

    // As the API takes them.
    private static readonly string[] Definition = ["name", "trigger", "frequency", "frequencyPeriod", "frequencyKey", "exitEvents", "exitConditions", "steps"];

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The automation; null for one that isn't on the server yet.</summary>
    public string? Id => Content[IdKey]?.GetValue<string>();

    /// <summary>The version of its steps that was pulled.</summary>
    public int? Version => Content[VersionKey]?.GetValue<int>();

    public string Name => Content["name"]?.GetValue<string>() ?? "";

    /// <summary>What differs between files is what they do, not which version that is.</summary>
    public string Text => Write(Without(VersionKey));

    /// <summary>A file for an automation of the server.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="automation">The automation.</param>
    /// <param name="known">The file that it has already; null for a new one.</param>
    public static AutomationFile Of(string folder, Automation automation, AutomationFile? known)
    {
        var whole = JsonSerializer.SerializeToNode(automation, ApiJson.Options)!.AsObject();
        var content = new JsonObject { [IdKey] = automation.Id, [VersionKey] = automation.Version };
        foreach (var key in Definition)
        {
            // What it doesn't have needs no line.
            if (whole[key] is { } value && value is not JsonArray { Count: 0 } && value is not JsonObject { Count: 0 })
            {
                content[key] = value.DeepClone();
            }
        }

        if (content["trigger"] is JsonObject trigger && trigger["where"] is null)
        {
            trigger.Remove("where");
        }

        return new AutomationFile(known?.Path ?? System.IO.Path.Combine(folder, $"{SlugOf(automation)}.json"), content);
    }

    /// <summary>All files of a folder.</summary>
    public static IReadOnlyList<AutomationFile> ReadAll(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)] : [];

    /// <exception cref="FailedException">It isn't an automation.</exception>
    public static AutomationFile Read(string path)
    {
        try
        {
            var content = JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) as JsonObject
                ?? throw new FailedException($"{path} must hold a JSON object.");
            var unknown = content.Select(pair => pair.Key).Except([IdKey, VersionKey, .. Definition]).FirstOrDefault();
            return unknown is null ? new AutomationFile(path, content) : throw new FailedException($"{path} has “{unknown}”. There is {string.Join(", ", Definition)}.");
        }
        catch (JsonException exception)
        {
            throw new FailedException($"{path} isn't JSON: {exception.Message}");
        }
        catch (FileNotFoundException)
        {
            throw new FailedException($"There is no file {path}.");
        }
    }

    /// <summary>What to save on the server.</summary>
    public AutomationDefinition ToDefinition(bool dryRun)
    {
        try
        {
            var definition = Without(IdKey, VersionKey);

            // Left out, the steps would stay as they are.
            definition["steps"] ??= new JsonArray();
            return definition.Deserialize<AutomationDefinition>(ApiJson.Options)! with { ExpectedVersion = Version, DryRun = dryRun };
        }
        catch (JsonException exception)
        {
            throw new FailedException($"{Path} is no automation: {exception.Message}");
        }
    }

    public void Save() => File.WriteAllText(Path, Write(Content));

    private static string Write(JsonObject content) => content.ToJsonString(Format) + "\n";

    private static string SlugOf(Automation automation)
    {
        var slug = string.Join('-', new string([.. automation.Name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

        // Two may have one name; ids differ at their ends.
        return $"{(slug.Length > 60 ? slug[..60] : slug)}-{automation.Id[^8..]}".TrimStart('-');
    }

    private JsonObject Without(params string[] keys)
    {
        var copy = Content.DeepClone().AsObject();
        Array.ForEach(keys, key => copy.Remove(key));
        return copy;
    }
}

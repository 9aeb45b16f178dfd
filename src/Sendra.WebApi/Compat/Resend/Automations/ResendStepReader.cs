using System.Text.Json;
using FluentValidation.Results;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Reads the config of one step, and gathers what is wrong with it in messages that name the step.</summary>
/// <param name="key">The step's key.</param>
/// <param name="config">Its config, a JSON object.</param>
/// <param name="problems">Gathers what is wrong.</param>
/// <param name="notUsed">Gathers the names of what Sendra has no use for.</param>
internal sealed class ResendStepReader(string key, JsonElement config, ICollection<ValidationFailure> problems, ICollection<string> notUsed)
{
    private readonly HashSet<string> _read = [];

    public JsonElement Config => config;

    /// <summary>A field; null when it is not there, or null.</summary>
    public JsonElement? Optional(string name)
    {
        _read.Add(name);
        return config.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>A text; null when there is none.</summary>
    public string? Text(string name) => Optional(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => Refuse<string>($"config.{name}", "must be text"),
    };

    /// <summary>A text that must be there.</summary>
    public string? RequiredText(string name) => Optional(name) is null ? Refuse<string>($"config.{name}", "is required") : Text(name);

    /// <summary>Adds a problem.</summary>
    /// <param name="field">The field of the step.</param>
    /// <param name="problem">The end of a sentence that begins with the field.</param>
    /// <returns>Null.</returns>
    public T? Refuse<T>(string field, string problem)
        where T : class
    {
        problems.Add(new ValidationFailure("steps", $"Step {key}: {field} {problem}."));
        return null;
    }

    /// <summary>Names a field that Sendra has no use for.</summary>
    public void NotUsed(string field) => notUsed.Add($"steps.{key}.{field}");

    /// <summary>Names the fields that nobody asked for.</summary>
    public void Close()
    {
        foreach (var other in config.EnumerateObject().Where(property => !_read.Contains(property.Name) && property.Value.ValueKind != JsonValueKind.Null))
        {
            NotUsed(other.Name);
        }
    }
}

using System.Globalization;
using System.Text;
using Sendra.Client.Json;

namespace Sendra.Client.Http;

/// <summary>Builds a path with its query. What is null is left out.</summary>
/// <param name="path">The path below the base URL.</param>
internal sealed class Query(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    /// <summary>A path with an id or a name in it.</summary>
    public static string Path(string start, string id, string end = "") => string.IsNullOrWhiteSpace(id) || id is "." or ".."
        ? throw new ArgumentException("An id is missing.", nameof(id))
        : $"{start}/{Uri.EscapeDataString(id)}{end}";

    public Query Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    public Query Add(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
        {
            Add(name, value);
        }

        return this;
    }

    public Query Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public Query Add(string name, bool? value) => Add(name, value is { } known ? known ? "true" : "false" : null);

    public Query Add(string name, DateTimeOffset? value) => Add(name, value?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));

    public Query Add<T>(string name, T? value)
        where T : struct, Enum => Add(name, value is { } known ? ChoiceNames<T>.Of(known) : null);

    public override string ToString() => _text.ToString();
}

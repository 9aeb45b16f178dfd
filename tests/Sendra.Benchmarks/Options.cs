using System.Globalization;

namespace Sendra.Benchmarks;

/// <summary>The options of a command: <c>--name value</c>, or <c>--name</c> alone.</summary>
internal sealed class Options(IReadOnlyList<string> arguments)
{
    /// <summary>The value of an option as a number.</summary>
    public int Number(string name, int otherwise) =>
        int.Parse(Value(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    public bool Has(string name) => arguments.Contains(name);

    /// <summary>The value of an option, or its default.</summary>
    /// <exception cref="ArgumentException">It is missing and has no default.</exception>
    public string Value(string name, string? otherwise = null)
    {
        var at = arguments.ToList().IndexOf(name);
        return at >= 0 && at + 1 < arguments.Count
            ? arguments[at + 1]
            : otherwise ?? throw new ArgumentException($"{name} is missing.");
    }
}

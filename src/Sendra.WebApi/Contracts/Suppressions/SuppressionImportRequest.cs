using Sendra.Domain.Messages;

namespace Sendra.WebApi.Contracts.Suppressions;

/// <summary>Addresses to suppress, as <c>items</c> or as <c>csv</c>: at most 10,000.</summary>
public sealed record SuppressionImportRequest
{
    /// <summary>What the addresses get no more, for entries that don't say: <c>marketing</c>, or <c>all</c> email. Default: <c>all</c>.</summary>
    /// <example>marketing</example>
    public SuppressionScope? Scope { get; init; }

    /// <summary>The addresses as a list.</summary>
    public IReadOnlyList<SuppressionImportItem?>? Items { get; init; }

    /// <summary>
    /// The text of a CSV file, or one address a line. If the first line has a column named <c>email</c>, columns are found by name, with an
    /// optional <c>scope</c>; otherwise the first column is the address and the second, if any, the scope. Commas, semicolons and tabs separate.
    /// </summary>
    public string? Csv { get; init; }
}

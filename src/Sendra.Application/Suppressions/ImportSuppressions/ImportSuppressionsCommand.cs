using MediatR;
using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions.ImportSuppressions;

/// <summary>Suppresses all addresses of a list. Entries that are wrong don't stop the others; repeating it changes nothing.</summary>
/// <param name="Lines">At most <see cref="MaxLines"/> entries.</param>
/// <param name="Scope">What the addresses get no more whose entry doesn't say it; all mail when null.</param>
public sealed record ImportSuppressionsCommand(IReadOnlyList<ImportedLine> Lines, SuppressionScope? Scope) : IRequest<ImportResult>
{
    /// <summary>The most entries of one call.</summary>
    public const int MaxLines = 10_000;

    /// <summary>The most errors that are listed.</summary>
    public const int MaxErrors = 1_000;
}

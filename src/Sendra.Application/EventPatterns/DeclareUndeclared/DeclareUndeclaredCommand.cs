using MediatR;

namespace Sendra.Application.EventPatterns.DeclareUndeclared;

/// <summary>Declares names that were received without a pattern, at once (P3). Doing it again changes nothing.</summary>
/// <param name="Names">Which names, at most <see cref="MaxNames"/>; all undeclared ones when null.</param>
public sealed record DeclareUndeclaredCommand(IReadOnlyList<string?>? Names) : IRequest<DeclareUndeclaredResult>
{
    /// <summary>How many names one call may give.</summary>
    public const int MaxNames = 1_000;
}

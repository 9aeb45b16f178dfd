using MediatR;

namespace Sendra.Application.EventPatterns.DeclareUndeclared;

/// <summary>Declares names that were received but aren't declared, in one call (P3). Repeating it changes nothing.</summary>
/// <param name="Names">The names, at most <see cref="MaxNames"/>; null for all undeclared ones.</param>
public sealed record DeclareUndeclaredCommand(IReadOnlyList<string?>? Names) : IRequest<DeclareUndeclaredResult>
{
    /// <summary>The most names in one call.</summary>
    public const int MaxNames = 1_000;
}

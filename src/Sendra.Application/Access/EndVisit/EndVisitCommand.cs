using MediatR;

namespace Sendra.Application.Access.EndVisit;

/// <summary>Ends a visit to a provider, so that what the provider answered counts once (W13). False when it had ended.</summary>
/// <param name="Visit">Names the visit.</param>
/// <param name="Until">When it could end no more in any case.</param>
public sealed record EndVisitCommand(string Visit, DateTimeOffset Until) : IRequest<bool>
{
    /// <summary>Hides the visit, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(EndVisitCommand);
}

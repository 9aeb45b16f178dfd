using MediatR;

namespace Sendra.Application.Suppressions.ResubscribeContact;

/// <summary>Takes back that the one who has the link unsubscribed (M3); null when the link is none.</summary>
/// <param name="Link">The token of the link, as it came.</param>
public sealed record ResubscribeContactCommand(string? Link) : IRequest<UnsubscribePage?>;

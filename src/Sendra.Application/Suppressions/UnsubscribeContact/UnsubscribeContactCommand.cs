using MediatR;

namespace Sendra.Application.Suppressions.UnsubscribeContact;

/// <summary>Suppresses marketing to the one who has the link (M3); null when the link is none.</summary>
/// <param name="Link">The token of the link, as it came.</param>
public sealed record UnsubscribeContactCommand(string? Link) : IRequest<UnsubscribePage?>;

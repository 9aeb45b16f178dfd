using MediatR;

namespace Sendra.Application.Suppressions.OpenUnsubscribePage;

/// <summary>Reads the page of an unsubscribe link, and changes nothing; null when the link is none.</summary>
/// <param name="Link">The token of the link, as it came.</param>
public sealed record OpenUnsubscribePageQuery(string? Link) : IRequest<UnsubscribePage?>;

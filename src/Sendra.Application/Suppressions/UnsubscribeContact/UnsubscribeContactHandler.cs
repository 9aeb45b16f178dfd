using MediatR;

namespace Sendra.Application.Suppressions.UnsubscribeContact;

internal sealed class UnsubscribeContactHandler(UnsubscribePages pages, IConsents consents) : IRequestHandler<UnsubscribeContactCommand, UnsubscribePage?>
{
    public Task<UnsubscribePage?> Handle(UnsubscribeContactCommand request, CancellationToken cancellationToken) =>
        pages.ShowAsync(request.Link, token => consents.UnsubscribeAsync(token, cancellationToken), cancellationToken);
}

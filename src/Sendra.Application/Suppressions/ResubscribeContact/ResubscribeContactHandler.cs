using MediatR;

namespace Sendra.Application.Suppressions.ResubscribeContact;

internal sealed class ResubscribeContactHandler(UnsubscribePages pages, IConsents consents) : IRequestHandler<ResubscribeContactCommand, UnsubscribePage?>
{
    public Task<UnsubscribePage?> Handle(ResubscribeContactCommand request, CancellationToken cancellationToken) =>
        pages.ShowAsync(request.Link, token => consents.ResubscribeAsync(token, cancellationToken), cancellationToken);
}

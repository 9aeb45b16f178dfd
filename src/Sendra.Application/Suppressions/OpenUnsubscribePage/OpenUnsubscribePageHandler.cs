using MediatR;

namespace Sendra.Application.Suppressions.OpenUnsubscribePage;

internal sealed class OpenUnsubscribePageHandler(UnsubscribePages pages) : IRequestHandler<OpenUnsubscribePageQuery, UnsubscribePage?>
{
    public Task<UnsubscribePage?> Handle(OpenUnsubscribePageQuery request, CancellationToken cancellationToken) =>
        pages.ShowAsync(request.Link, _ => Task.CompletedTask, cancellationToken);
}

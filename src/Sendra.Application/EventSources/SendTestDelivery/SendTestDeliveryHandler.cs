using MediatR;
using Sendra.Application.Common;
using Sendra.Application.EventSources.IngestWebhook;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.SendTestDelivery;

internal sealed class SendTestDeliveryHandler(IRepository<EventSource> sources, ISourceSecrets secrets, IMediator mediator)
    : IRequestHandler<SendTestDeliveryCommand, WebhookAnswer>
{
    /// <summary>By this header, everybody who reads the delivery later sees that no sender sent it.</summary>
    private const string TestHeader = "Sendra-Test";

    private static readonly Dictionary<string, string> NoQuery = [];

    public async Task<WebhookAnswer> Handle(SendTestDeliveryCommand request, CancellationToken cancellationToken)
    {
        var source = await sources.GetAsync(EventSourceSpec.ById(request.SourceId), "eventSource", cancellationToken);
        if (source.Kind == EventSourceKind.Client)
        {
            throw new ConflictException("eventSourceWithoutUrl", "A client sends to this source with an API key: it has no URL to send to.");
        }

        var sample = SampleRequest.Of(request.Payload!.Value, request.Headers);
        var text = secrets.Reveal(source.CurrentToken);

        // As the sender's own request: once it has arrived, it is recorded.
        return await mediator.Send(
            new IngestWebhookCommand(
                WebhookToken.TryParse(text, out var token) ? token : null,
                "POST",
                NoQuery,
                request.Url(text),
                sample.ContentType,
                sample.Headers.With(TestHeader, "true"),
                () => Task.FromResult<byte[]?>(sample.Body),
                IsTest: true),
            CancellationToken.None);
    }
}

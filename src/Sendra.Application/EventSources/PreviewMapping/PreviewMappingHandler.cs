using MediatR;
using Sendra.Application.Common;
using Sendra.Application.EventPatterns;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.PreviewMapping;

internal sealed class PreviewMappingHandler(IRepository<EventSource> sources, IRepository<EventPattern> patterns) : IRequestHandler<PreviewMappingQuery, PreviewResult>
{
    public async Task<PreviewResult> Handle(PreviewMappingQuery request, CancellationToken cancellationToken)
    {
        var saved = request.SourceId is { } id ? await sources.GetAsync(EventSourceSpec.ById(id), "eventSource", cancellationToken) : null;
        var sample = SampleRequest.Of(request.Payload!.Value, request.Headers);
        var (body, contentType, headers) = (sample.Body, sample.ContentType, sample.Headers.WithoutSecrets());
        if ((request.Mapping is { } tried ? PayloadMapping.Create(tried) : saved?.Mapping) is not { } mapping)
        {
            // Nothing chosen yet: the candidates are what is asked for.
            SkipReason? problem = null;
            var isRead = Payload.TryRead(body, contentType, headers["Content-Encoding"], out var payload, out var skip) && payload.Alone(out problem) is not null;
            return new PreviewResult(null, null, skip ?? problem, isRead ? Candidates(payload!) : [], null);
        }

        var reading = DeliveryReading.Of(mapping, body, contentType, headers, saved?.Feedback);
        var first = reading.Items[0];
        if (first.Mapped is { } mapped && await patterns.RejectionOfAsync(mapped.EventName.Value, mapped.Properties, cancellationToken) is { } rejection)
        {
            first = first with { Mapped = null, Skip = new SkipReason(SchemaViolation.Code, rejection) };
        }

        var shown = reading.Document is { } read ? mapping.ItemsOf(read, out _)?[0] : null;
        return new PreviewResult(
            first.Mapped, first.DeliveryId, first.Skip, shown is null ? [] : Candidates(shown), reading.IsList ? reading.Items.Count : null);
    }

    private static string[] Candidates(Payload payload) => [.. EmailCandidates.Find(payload).Select(path => path.Text)];
}

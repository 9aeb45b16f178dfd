using System.Text;
using System.Text.Json;
using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.PreviewMapping;

internal sealed class PreviewMappingHandler(IRepository<EventSource> sources) : IRequestHandler<PreviewMappingQuery, PreviewResult>
{
    public async Task<PreviewResult> Handle(PreviewMappingQuery request, CancellationToken cancellationToken)
    {
        var saved = request.SourceId is { } id
            ? (await sources.GetAsync(EventSourceSpec.ById(id), "eventSource", cancellationToken)).Mapping
            : null;
        var headers = new RequestHeaders((request.Headers ?? new Dictionary<string, string?>())
            .Select(header => KeyValuePair.Create(header.Key, header.Value ?? ""))).WithoutSecrets();
        var (body, contentType) = Body(request.Payload!.Value, headers);
        if ((request.Mapping is { } tried ? PayloadMapping.Create(tried) : saved) is not { } mapping)
        {
            // Nothing chosen yet: the candidates are what is asked for.
            Payload.TryRead(body, contentType, headers["Content-Encoding"], out var payload, out var skip);
            return new PreviewResult(null, null, skip ?? payload!.ListProblem, Candidates(payload));
        }

        var reading = DeliveryReading.Of(mapping, body, contentType, headers);
        return new PreviewResult(reading.Mapped, reading.DeliveryId, reading.Skip, Candidates(reading.Payload));
    }

    // A string is what was copied from somewhere, a form perhaps; without a header it may be anything.
    private static (byte[] Body, string? ContentType) Body(RawJson payload, RequestHeaders headers) => payload.Text.StartsWith('"')
        ? (Encoding.UTF8.GetBytes(JsonSerializer.Deserialize<string>(payload.Text)!), headers["Content-Type"])
        : (Encoding.UTF8.GetBytes(payload.Text), "application/json");

    private static string[] Candidates(Payload? payload) =>
        payload is null or { ListProblem: not null } ? [] : [.. EmailCandidates.Find(payload).Select(path => path.Text)];
}

using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources.CreateEventSource;

internal sealed class CreateEventSourceHandler(
    IRepository<EventSource> sources,
    IUnitOfWork unitOfWork,
    IWorkspaceContext workspace,
    ISourceSecrets secrets,
    IdGenerator ids,
    TimeProvider clock)
    : IRequestHandler<CreateEventSourceCommand, EventSourceResult>
{
    public async Task<EventSourceResult> Handle(CreateEventSourceCommand request, CancellationToken cancellationToken)
    {
        var details = request.Details.Completed();
        var source = EventSource.Create(
            ids.Next<EventSourceId>(),
            workspace.WorkspaceId,
            details.Name!,
            PayloadMapping.Create(details.Definition),
            secrets.Protect,
            Signature(details.Signature),
            details.Preset,
            details.RetentionDays ?? EventSource.DefaultRetentionDays,
            details.Handshake is { } handshake ? Handshake.Create(handshake) : null,
            createdBy: request.By);
        if (details.Enabled == false)
        {
            source.Disable(clock.GetUtcNow());
        }

        sources.Add(source);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return EventSourceResult.From(source, secrets, SourceTraffic.None);
    }

    private SourceSignature? Signature(SignatureDetails? details) => details is null
        ? null
        : new SourceSignature(SignatureScheme.Create(details.Options), [.. (details.Secrets ?? []).Select(secret => secrets.Protect(secret!))]);
}

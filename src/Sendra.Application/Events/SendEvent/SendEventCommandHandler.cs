using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEvent;

internal sealed class SendEventCommandHandler(IEventIngestor ingestor, IWorkspaceContext workspace)
    : IRequestHandler<SendEventCommand, SendEventResult>
{
    public async Task<SendEventResult> Handle(SendEventCommand request, CancellationToken cancellationToken)
    {
        var answer = await ingestor.IngestAsync(
            new IngestionRequest(workspace.WorkspaceId, [CheckedEvent.From(request)], request.Key, DryRun: request.DryRun, Explained: true),
            cancellationToken);
        return new SendEventResult(answer.Outcomes[0], answer.Duplicate);
    }
}

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
        var outcome = answer.Outcomes[0];
        return outcome.Refusal is { } refusal ? throw new EventRefusedException(refusal) : new SendEventResult(outcome, answer.Duplicate);
    }
}

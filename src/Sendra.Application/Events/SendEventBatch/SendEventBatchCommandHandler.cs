using FluentValidation;
using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Events.SendEvent;
using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEventBatch;

internal sealed class SendEventBatchCommandHandler(
    IEventIngestor ingestor, IWorkspaceContext workspace, IValidator<SendEventCommand> validator, BulkWork work)
    : IRequestHandler<SendEventBatchCommand, SendEventBatchResult>
{
    public async Task<SendEventBatchResult> Handle(SendEventBatchCommand request, CancellationToken cancellationToken)
    {
        var (accepted, rejected) = await work.RunAsync(workspace.WorkspaceId, () => Check(request), cancellationToken);
        var answer = await ingestor.IngestAsync(
            new IngestionRequest(workspace.WorkspaceId, accepted, request.Key, rejected), cancellationToken);
        return new SendEventBatchResult([.. Interleave(answer)], answer.Duplicate);
    }

    private (List<IncomingEvent> Accepted, List<RejectedEvent> Rejected) Check(SendEventBatchCommand request)
    {
        var accepted = new List<IncomingEvent>(request.Items.Count);
        var rejected = new List<RejectedEvent>();
        foreach (var (index, item) in request.Items.Index())
        {
            if (ErrorsOf(item) is { } errors)
            {
                rejected.Add(new RejectedEvent(index, errors));
            }
            else
            {
                accepted.Add(CheckedEvent.From(item.Event!) with { Key = item.Event!.Key });
            }
        }

        return (accepted, rejected);
    }

    private IReadOnlyDictionary<string, string[]>? ErrorsOf(BatchItem item)
    {
        if (item.Event is null)
        {
            return item.Errors;
        }

        var result = validator.Validate(item.Event);
        return result.IsValid ? null : result.ToDictionary().AsReadOnly();
    }

    // Rejected events stand at their own place; the others fill the gaps in order.
    private static IEnumerable<BatchItemResult> Interleave(IngestionAnswer answer)
    {
        var errors = answer.Rejected.ToDictionary(rejected => rejected.Index, rejected => rejected.Errors);
        var outcomes = answer.Outcomes.GetEnumerator();
        for (var index = 0; index < answer.Outcomes.Count + answer.Rejected.Count; index++)
        {
            if (errors.TryGetValue(index, out var found))
            {
                yield return new BatchItemResult(null, new EventRefusal("validationFailed", found));
            }
            else
            {
                outcomes.MoveNext();
                yield return outcomes.Current.Refusal is { } refusal ? new BatchItemResult(null, refusal) : new BatchItemResult(outcomes.Current, null);
            }
        }
    }
}

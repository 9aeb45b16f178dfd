using Sendra.Application.Operating;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Workflows;

namespace Sendra.Infrastructure.Operating;

/// <summary>Looks at this node's own queue and clock of steps; no other node is asked.</summary>
internal sealed class NodeLoadReader(EventIngestor ingestor, WorkflowMetrics workflows) : INodeLoad
{
    public NodeLoad Look() => new(ingestor.Waiting, ingestor.Waited.TotalSeconds, workflows.BehindSeconds);
}

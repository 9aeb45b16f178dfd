namespace Sendra.Infrastructure.Outbox;

/// <summary>What a look at the outbox is for.</summary>
internal enum OutboxPart
{
    /// <summary>What is done outside, by claims.</summary>
    Outside,

    /// <summary>Events, which are stored with their runs' next steps.</summary>
    Events,
}

using Sendra.Domain.Common;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Messages;

/// <summary>A message that a run's arrival at its step makes.</summary>
/// <param name="Id">A new id.</param>
/// <param name="Run">The run, which wants a mail.</param>
internal sealed record QueuedMail(MessageId Id, Enrollment Run)
{
    /// <summary>What it says and why.</summary>
    public WantedMail Mail => Run.Wanted!.Mail!;

    /// <summary>The messages that some runs make.</summary>
    public static QueuedMail[] Of(IEnumerable<Enrollment> runs, IdGenerator ids) =>
        [.. runs.Where(run => run.Wanted?.Mail is not null).Select(run => new QueuedMail(ids.Next<MessageId>(), run))];
}

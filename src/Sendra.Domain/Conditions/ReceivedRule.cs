using Sendra.Domain.Calendar;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Domain.Conditions;

/// <summary>
/// Asks how often the contact did something, up to and including the event that is being decided: by the time of arrival, for what was
/// filled in afterwards by the time at which it happened.
/// </summary>
/// <param name="EventName">What was done.</param>
/// <param name="Where">What an event must meet to be counted; <c>event</c> is the counted one. Null for none.</param>
/// <param name="Within">How far back is looked; null for all that is kept.</param>
/// <param name="AtLeast">How many are enough.</param>
internal sealed record ReceivedRule(EventName EventName, Condition? Where, IsoDuration? Within, int AtLeast) : Condition
{
    /// <summary>The greatest number that can be asked for.</summary>
    public const int MaxAtLeast = 1_000;

    /// <summary>Of how many events the properties are read.</summary>
    public const int MaxRead = 1_000;

    // One more than are read tells whether there are more.
    private readonly NeededHistory _needed = new(EventName.Value, Where is null ? AtLeast : MaxRead + 1, Where is not null);

    // The events that are counted are not the one at hand.
    public override IEnumerable<FieldPath> Fields => Where?.Fields.Where(read => read.Root != FieldRoot.Event) ?? [];

    public override IEnumerable<NeededHistory> History => [_needed];

    public override Verdict Evaluate(ConditionContext context)
    {
        var since = Within?.SubtractFrom(context.Now, context.Zone);
        var (found, read, hasMore) = (0, 0, false);
        foreach (var earlier in context.History.Newest(_needed))
        {
            if (earlier.At < since || found == AtLeast)
            {
                break;
            }

            if (Where is not null && (read++ == MaxRead || !earlier.IsRead))
            {
                hasMore = true;
                break;
            }

            if (Where?.Evaluate(context.About(earlier)).Holds != false)
            {
                found++;
            }
        }

        var holds = found == AtLeast;
        return new Verdict(holds, () => $"{this} {(holds ? "holds" : "does not hold")}: {Counted(found, holds)}{(hasMore ? $"; only the newest {read - 1} were read" : "")}");
    }

    public override string ToString() =>
        $"{Excerpt.Name(EventName.Value)} was received at least {Times(AtLeast)}{(Within is null ? "" : $" within {Within}")}{(Where is null ? "" : $" where {Where}")}";

    private static string Counted(int found, bool holds) => found == 0 ? "never found" : $"found {Times(found)}{(holds ? " or more" : "")}";

    private static string Times(int count) => count == 1 ? "1 time" : $"{count} times";
}

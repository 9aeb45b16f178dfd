using System.Globalization;
using NodaTime;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Domain.Automations;

/// <summary>Whether an automation's frequency lets a contact in.</summary>
/// <param name="Reason">Why, which also says whether.</param>
/// <param name="InTheWay">The enrollment because of which it does not.</param>
/// <param name="Detail">What the reason alone doesn't say.</param>
/// <param name="Key">The key by which it does.</param>
internal readonly record struct Admission(DecisionReason Reason, EnrollmentId? InTheWay = null, string? Detail = null, KeyHash? Key = null)
{
    // A new frequency says here what it does, and in DependsOn… of the automation what it must know for that.
    public static Admission Of(Automation automation, ContactRuns runs, ConditionContext? context) => automation.Frequency switch
    {
        Frequency.EveryTime => new(DecisionReason.EveryTime),
        Frequency.OncePerContact => runs.LastEnrollment is { } earlier ? new(DecisionReason.AlreadyEnrolledOnce, earlier) : new(DecisionReason.FirstMatch),
        Frequency.NotWhileActive => runs.NewestActive is { } run ? new(DecisionReason.AlreadyActive, run.Id) : new(DecisionReason.NoneActive),
        Frequency.OncePerPeriod => OncePerPeriod(automation, runs, context ?? throw NoContext(automation)),
        Frequency.OncePerKey => OncePerKey(automation, runs, context ?? throw NoContext(automation)),
    };

    private static Admission OncePerPeriod(Automation automation, ContactRuns runs, ConditionContext context)
    {
        if (runs.LastEnrollment is not { } last)
        {
            return new(DecisionReason.PeriodOver);
        }

        var began = TimeOrderedId.TimeOf(last);
        var end = automation.FrequencyPeriod!.AddTo(Instant.FromDateTimeOffset(began), context.Zone);
        return context.Now >= end
            ? new(DecisionReason.PeriodOver)
            : new(DecisionReason.AlreadyEnrolledInPeriod, last, $"The contact was last enrolled at {Text(began)}; the period of {automation.FrequencyPeriod} ends at {Text(end.ToDateTimeOffset())}.");
    }

    private static Admission OncePerKey(Automation automation, ContactRuns runs, ConditionContext context)
    {
        var key = automation.FrequencyKey!;
        return key.HashIn(context.Event) is not { } hash ? new(DecisionReason.KeyMissing, Detail: key.Describe(context.Event))
            : runs.HolderOf(hash) is { } holder ? new(DecisionReason.AlreadyEnrolledForKey, holder, key.Describe(context.Event))
            : new(DecisionReason.FirstForKey, Key: hash);
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static InvalidOperationException NoContext(Automation automation) =>
        new($"The frequency of automation {automation.Id} can't be applied to nothing; see DependsOnContext.");
}

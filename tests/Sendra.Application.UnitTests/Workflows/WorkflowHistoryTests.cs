using System.Text.Json;
using CsCheck;
using NodaTime;
using Sendra.Application.Workflows;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Tests.Model;
using Sendra.WebApi.FunctionalTests.Common;

namespace Sendra.Application.UnitTests.Workflows;

/// <summary>Random workflows × random histories × time against <see cref="WorkflowModel"/>, without a database.</summary>
public sealed class WorkflowHistoryTests
{
    private static readonly string[] Plans = ["pro", "free"];

    private static readonly ModelTime Time = new(Walked.Start);

    // What happens, and how long after what happened before.
    private static readonly Gen<(int After, int What, int Which, int Value, ModelStep[] Steps)> GenOp =
        Gen.Select(Gen.Int[0, 45], Gen.Int[0, 12], Gen.Int[0, 2], Gen.Int[-20, 150], ModelStep.GenSteps);

    [Test]
    public void F1_F3_F5_F7_F14_A4_a_journey_is_what_a_page_says_whatever_happens_meanwhile() =>
        Gen.Select(ModelStep.GenSteps, GenOp.Array[1, 12]).Sample(
            (steps, ops) =>
            {
                var real = new RealRuns();
                var model = new WorkflowModel(real.PathAt);
                var (now, current) = (0, steps);
                foreach (var (after, what, which, value, edited) in ops)
                {
                    now += after;
                    real.Settle(now);
                    model.Settle(now);
                    var run = model.Runs.ElementAtOrDefault(which);
                    switch (what)
                    {
                        case 0 or 1 or 2 when model.Runs.Count < 3:
                            real.Begin(current, now, Plans[value & 1]);
                            model.Begin(current, now, Plans[value & 1]);
                            break;
                        case 3 or 4:
                            model.Date = value;
                            real.Patch($$"""{ "trialEndsAt": "{{Time.Date(value)}}" }""", now);
                            break;
                        case 5:
                            model.Plan = Plans[value & 1];
                            real.Patch($$"""{ "plan": "{{model.Plan}}" }""", now);
                            break;
                        case 6:
                            model.Date = null;
                            real.Patch("""{ "trialEndsAt": null }""", now);
                            break;
                        case 7 when run is not null:
                            WorkflowModel.Exit(run, now, "exitEvent");
                            real.Exit(which, now);
                            break;
                        case 8:
                            current = edited;
                            model.Runs.ForEach(each => WorkflowModel.Move(each, edited));
                            real.Move(edited, now);
                            break;
                        case 10 or 11 or 12:
                            real.Hear(Plans[value & 1], now).Should().Be(model.Hear(Plans[value & 1], now));
                            break;
                        case 9:
                            real.CarryAll(now); // a timer that fires for nothing
                            break;
                    }

                    model.Settle(now);
                    real.Check(model);
                }

                real.Settle(now + 10_000);
                model.Settle(now + 10_000);
                real.Check(model);
            },
            iter: Scale.Samples(1_000, 10_000),
            threads: 1,
            seed: Scale.Seed);

    /// <summary>Drives walks as ingestion and due runs do.</summary>
    private sealed class RealRuns
    {
        private static readonly WorkspaceId Workspace = new(Guid.CreateVersion7());
        private static readonly WalkRules Rules = new(
            new[] { CustomField.Declare(Workspace, "plan", CustomFieldType.Text, Walked.Start), CustomField.Declare(Workspace, "trialEndsAt", CustomFieldType.Date, Walked.Start) }
                .ToDictionary(field => field.Name),
            DateTimeZone.Utc);

        private readonly IdGenerator _ids = new(TimeProvider.System);
        private readonly Contact _contact;
        private readonly List<(Enrollment Run, Workflow Workflow, RawJson Trigger)> _runs = [];

        public RealRuns()
        {
            _contact = EmailAddress.TryParse("ada@example.com", out var email, out var problem)
                ? Contact.Create(_ids.Next<ContactId>(), Workspace, email)
                : throw new InvalidOperationException(problem);
        }

        public string PathAt(int run, string step) => _runs[run].Run.Left.Last(visit => visit.StepId.Value == step).Path!;

        public void Begin(ModelStep[] steps, int now, string trigger)
        {
            var run = Enrollment.Begin(_ids.Next<EnrollmentId>(), Workspace, _ids.Next<AutomationId>(), _contact.Id, _runs.Count + 1, 1, _ids.Next<EventId>());
            _runs.Add((run, Walked.WorkflowOf(ModelStep.ToJson(steps, Time)), Said(trigger)));
            var context = Context(_runs.Count - 1, now);
            Walk.Begin(context);
            Settle(now, context.ContactChanged ? Walk.DependsOnContact : _ => false);
        }

        public void Patch(string properties, int now)
        {
            _contact.Apply(ContactPatch.Read(new RawJson(properties), Rules.CustomFields));
            Settle(now, Walk.DependsOnContact);
        }

        // As an event does: all wakes, then the walks (F14).
        public int Hear(string value, int now)
        {
            var woken = Enumerable.Range(0, _runs.Count).Where(i =>
                _runs[i] is { Run: { Status: EnrollmentStatus.Active, AwaitedEvent: ModelStep.Heard } run, Workflow: var workflow, Trigger: var trigger }
                && workflow[run.StepId!.Value] is WaitForEventStep step
                && step.Where!.Evaluate(new ConditionContext(_contact, Rules.CustomFields, Said(value), trigger, Instant.FromDateTimeOffset(At(now)), Rules.Zone)).Holds
                && Walk.IsInTime(step, new WaitingRun(run, workflow), _contact, Rules, At(now))).ToArray();
            Array.ForEach(woken, i => _runs[i].Run.Receive(_ids.Next<EventId>(), mayGoOn: true));
            var contactChanged = false;
            foreach (var i in woken)
            {
                var context = Context(i, now);
                Walk.Carry(context);
                contactChanged |= context.ContactChanged;
            }

            Settle(now, contactChanged ? Walk.DependsOnContact : _ => false);
            return woken.Length;
        }

        public void Exit(int which, int now)
        {
            if (_runs[which].Run.Status == EnrollmentStatus.Active)
            {
                _runs[which].Run.Exit(At(now), _ids.Next<EventId>());
            }
        }

        public void Move(ModelStep[] steps, int now)
        {
            var edited = Walked.WorkflowOf(ModelStep.ToJson(steps, Time));
            for (var i = 0; i < _runs.Count; i++)
            {
                var (run, workflow, trigger) = _runs[i];
                if (run.Status == EnrollmentStatus.Active && run.StepId is { } at && edited.Find(at)?.Type == workflow[at].Type)
                {
                    run.Follow(run.Version + 1);
                    _runs[i] = (run, edited, trigger);
                    Walk.Reckon(Context(i, now));
                }
            }

            Settle(now);
        }

        public void CarryAll(int now) => Settle(now, _ => true);

        /// <summary>Carries on what is due, as timers do.</summary>
        public void Settle(int now) => Settle(now, _ => false);

        public void Check(WorkflowModel model)
        {
            for (var i = 0; i < _runs.Count; i++)
            {
                var run = _runs[i].Run;
                run.Left.Select(Line).Should().Equal(model.Runs[i].Journey);
                run.Left.Select(visit => visit.Ordinal).Should().Equal(Enumerable.Range(1, run.Left.Count));
                (run.EndedBecause is { } because ? Word(because) : null).Should().Be(model.Runs[i].End);
                run.EndedBecause.HasValue.Should().Be(run.DueAt is null);
            }
        }

        private static string Line(Visit visit) =>
            $"{visit.StepId} {Word(visit.Outcome)}{(visit.Path is null ? "" : $" {visit.Path}")}{(visit.Code is { } code ? $" {Word(code)}" : "")} {Time.Of(visit.LeftAt)}";

        private static string Word<T>(T value)
            where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

        private static RawJson Said(string value) => new($$"""{ "v": "{{value}}" }""");

        private static DateTimeOffset At(int time) => Time.At(time);

        /// <summary>Carries on what is due or asked for, oldest run first, until nothing moves.</summary>
        private void Settle(int now, Func<Step, bool> isAsked)
        {
            for (var i = 0; i < _runs.Count; i++)
            {
                var (run, workflow, _) = _runs[i];
                var visits = run.Left.Count;
                if (run.Status == EnrollmentStatus.Active && (run.DueAt <= At(now) || isAsked(workflow[run.StepId!.Value])))
                {
                    var context = Context(i, now);
                    Walk.Carry(context);
                    isAsked = context.ContactChanged ? Walk.DependsOnContact : isAsked;
                }

                i = run.Left.Count > visits ? -1 : i;
            }
        }

        private WalkContext Context(int i, int now) => new(_runs[i].Workflow, _runs[i].Run, _contact, _runs[i].Trigger, _runs[i].Trigger, Rules, At(now));
    }
}

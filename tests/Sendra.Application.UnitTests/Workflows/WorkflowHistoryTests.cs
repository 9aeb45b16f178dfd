using CsCheck;
using Sendra.Tests.Model;
using Sendra.WebApi.FunctionalTests.Common;

namespace Sendra.Application.UnitTests.Workflows;

/// <summary>Random workflows × random histories × time against <see cref="WorkflowModel"/>, without a database.</summary>
public sealed class WorkflowHistoryTests
{
    private static readonly ModelTime Time = new(Walked.Start);

    // What happens, and how long after what happened before.
    private static readonly Gen<(int After, int What, int Value, ModelRules Rules, ModelStep[] Steps)> GenOp =
        Gen.Select(Gen.Int[0, 45], Gen.Int[0, 20], Gen.Int[-20, 150], ModelRules.GenRules, ModelStep.GenSteps);

    [Test]
    public void F1_F3_F5_F7_F9_F14_A4_C3_E12_Frequencies_a_journey_is_what_a_page_says_whatever_happens_meanwhile() =>
        Gen.Select(ModelRules.GenRules, ModelStep.GenSteps, GenOp.Array[1, 14]).Sample(
            (rules, steps, ops) =>
            {
                var real = new RealRuns(rules, steps);
                var model = new WorkflowModel(real.PathAt) { Rules = rules, Steps = steps };
                var now = 0;
                foreach (var (after, what, value, edited, editedSteps) in ops)
                {
                    now += after;
                    real.Settle(now);
                    model.Settle(now);
                    var plan = (value & 1) == 0 ? "pro" : "free";
                    switch (what)
                    {
                        case < 5 when model.Runs.Count < 4:
                            Send(ModelEvent.Go);
                            break;
                        case 5 or 6 or 7:
                            Send(ModelEvent.Heard);
                            break;
                        case 8:
                            Send(ModelEvent.Leave);
                            break;
                        case 9:
                            Send(ModelEvent.Stop);
                            break;
                        case 10 or 11:
                            var (name, ago) = (what == 10 ? ModelEvent.Go : ModelEvent.Heard, Math.Abs(value));
                            real.Send(name, plan, now, ago).Should().Be((0, 0, 0));
                            model.FillIn(name, plan, now, ago);
                            break;
                        case 12 or 13:
                            model.Date = value;
                            Patch($$"""{ "trialEndsAt": "{{Time.Date(value)}}" }""");
                            break;
                        case 14:
                            model.Plan = plan;
                            Patch($$"""{ "plan": "{{plan}}" }""");
                            break;
                        case 15:
                            model.Date = null;
                            Patch("""{ "trialEndsAt": null }""");
                            break;
                        case 16 when model.Runs.Count > 0:
                            var which = Math.Abs(value) % model.Runs.Count;
                            WorkflowModel.Exit(model.Runs[which], now, "byHand");
                            real.ExitByHand(which, now);
                            break;
                        case 17 or 18:
                            (model.Rules, model.Steps) = (edited, editedSteps);
                            if (what == 18)
                            {
                                model.MoveAll();
                            }

                            real.Edit(edited, editedSteps, move: what == 18, now);
                            break;
                        case 19:
                            model.IsPaused = !model.IsPaused;
                            real.PauseOrActivate(now);
                            break;
                        case 20:
                            real.CarryAll(now); // timers that fire for nothing
                            break;
                    }

                    model.Settle(now);
                    real.Check(model);

                    void Send(string name) => real.Send(name, plan, now).Should().Be(model.Send(name, plan, now));

                    void Patch(string properties) => real.Send("patched", plan, now, contactProperties: properties);
                }

                real.Settle(now + 10_000);
                model.Settle(now + 10_000);
                real.Check(model);
            },
            iter: Scale.Samples(1_000, 10_000),
            threads: 1,
            seed: Scale.Seed);
}

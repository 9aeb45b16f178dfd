using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Automations.SimulateAutomation;

internal sealed class SimulateAutomationValidator : AbstractValidator<SimulateAutomationQuery>
{
    public SimulateAutomationValidator()
    {
        RuleFor(query => query.From).Reads("from", FilterTimes.ProblemOf);
        RuleFor(query => query.To).Reads("to", FilterTimes.ProblemOf);
        RuleFor(query => query).Reads("to", query => FilterTimes.From(query.From) >= FilterTimes.To(query.To) ? "must be later than from" : null);
    }
}

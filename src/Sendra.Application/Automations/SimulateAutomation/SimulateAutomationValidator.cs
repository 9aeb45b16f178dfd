using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Automations.SimulateAutomation;

internal sealed class SimulateAutomationValidator : AbstractValidator<SimulateAutomationQuery>
{
    public SimulateAutomationValidator() =>
        RuleFor(query => query).Reads("to", query => query.From >= query.To ? "must be later than from" : null);
}

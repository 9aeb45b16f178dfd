using FluentValidation;

namespace Sendra.Application.Events.SendEventBatch;

internal sealed class SendEventBatchCommandValidator : AbstractValidator<SendEventBatchCommand>
{
    public SendEventBatchCommandValidator() =>
        RuleFor(command => command.Items.Count)
            .InclusiveBetween(1, SendEventBatchCommand.MaxEvents)
            .OverridePropertyName("events")
            .WithMessage($"events must hold 1 to {SendEventBatchCommand.MaxEvents} events.");
}

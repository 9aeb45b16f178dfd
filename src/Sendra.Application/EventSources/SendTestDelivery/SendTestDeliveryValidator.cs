using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.SendTestDelivery;

internal sealed class SendTestDeliveryValidator : AbstractValidator<SendTestDeliveryCommand>
{
    public SendTestDeliveryValidator()
    {
        RuleFor(command => command.Payload).Reads("payload", SampleRequest.ProblemOf);
        RuleFor(command => command.Headers).Reads("headers", SampleRequest.ProblemOf);
    }
}

using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.ForgotPassword;

/// <summary>Only notes the order, whoever has an account or not: the time of the answer can't tell.</summary>
internal sealed class ForgotPasswordHandler(IAccountMails mails, IUnitOfWork unitOfWork) : IRequestHandler<ForgotPasswordCommand, Unit>
{
    public async Task<Unit> Handle(ForgotPasswordCommand request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.TryParse(request.Email, out var parsed, out _) ? parsed : throw new InvalidOperationException("Validated before.");
        await mails.AskAsync(AccountMailOrder.PasswordReset(email), cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}

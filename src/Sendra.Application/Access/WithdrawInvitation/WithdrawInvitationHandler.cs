using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.WithdrawInvitation;

internal sealed class WithdrawInvitationHandler(IRepository<Invitation> invitations, IUnitOfWork unitOfWork)
    : IRequestHandler<WithdrawInvitationCommand, Unit>
{
    public async Task<Unit> Handle(WithdrawInvitationCommand request, CancellationToken cancellationToken)
    {
        invitations.Remove(await invitations.GetAsync(InvitationSpec.ById(request.Id), "invitation", cancellationToken));
        try
        {
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
        catch (ConflictException conflict) when (conflict.Code == ConflictException.ChangedMeanwhile)
        {
            // Withdrawn or accepted at the same time.
            throw InvitationNotFound.Exception();
        }

        return Unit.Value;
    }
}

using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Common;

namespace Sendra.Application.Access.RenamePasskey;

internal sealed class RenamePasskeyHandler(IPasskeys passkeys, IUnitOfWork unitOfWork) : IRequestHandler<RenamePasskeyCommand, PasskeyResult>
{
    public async Task<PasskeyResult> Handle(RenamePasskeyCommand request, CancellationToken cancellationToken)
    {
        var renamed = await passkeys.RenameAsync(request.UserId, request.Id, request.Name!.Trim(), cancellationToken) ?? throw new NotFoundException("passkey");
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return renamed;
    }
}

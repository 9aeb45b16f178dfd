using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Sendra.ArchitectureTests.Layers;
using Sendra.WebApi.Access;

namespace Sendra.ArchitectureTests.Access;

/// <summary>Every endpoint says who may call it; none is open, or closed, by accident.</summary>
internal sealed class NeedsTests
{
    private static readonly MethodInfo[] Actions =
    [
        .. Assemblies.WebApi.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ControllerBase)))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<HttpMethodAttribute>().Any()),
    ];

    [SetUp]
    public void Something_is_checked() => Actions.Should().HaveCountGreaterThan(50);

    [Test]
    public void W3_every_action_says_what_it_needs_or_that_it_needs_nothing() => Actions
        .Where(action => action.IsDefined(typeof(NeedsAttribute)) == IsAnonymous(action))
        .Select(action => $"{action.DeclaringType!.Name}.{action.Name}")
        .Should().BeEmpty();

    // Simulations, tests and previews change nothing; what they need to know is too much for an address. Other products' clients know no scopes: theirs reach contacts by that of events.
    [Test]
    public void W3_the_scope_read_is_for_what_changes_nothing() => Actions
        .Where(action => action.GetCustomAttribute<NeedsAttribute>()?.Need is Need.Read or Need.Manage or Need.SendEvents)
        .Where(action => (action.GetCustomAttribute<NeedsAttribute>()!.Need == Need.Read) != action.IsDefined(typeof(HttpGetAttribute)))
        .Select(action => $"{action.DeclaringType!.Name}.{action.Name}")
        .Should().BeEquivalentTo("AutomationsController.Simulate", "AutomationsController.Test", "TemplatesController.Preview", "TemplatesController.PreviewDraft", "LoopsController.TestKey",
            "LoopsContactsController.Find", "LoopsContactsController.ListProperties", "ResendContactsController.List", "ResendContactsController.Get",
            "ResendSuppressionsController.List", "ResendSuppressionsController.Get");

    [Test]
    public void W11_what_can_not_be_undone_or_opens_doors_asks_again_who_one_is() => Actions
        .Where(action => action.GetCustomAttribute<NeedsAttribute>()?.Confirmed is true)
        .Select(action => $"{action.DeclaringType!.Name}.{action.Name}")
        .Should().Contain([
            "ContactsController.Erase", "ContactsController.ExportList", "ContactsController.Export", "EventLogController.Export", "AuditLogController.Export", "ApiKeysController.Create", "AuthController.ChangePassword",
            "WorkspacesController.Delete", "SecondFactorController.Prepare", "SecondFactorController.TurnOn", "SecondFactorController.TurnOff", "SecondFactorController.RenewRecoveryCodes"]);

    [Test]
    public void W3_few_actions_are_open_to_everyone() => Actions.Where(IsAnonymous)
        .Select(action => $"{action.DeclaringType!.Name}.{action.Name}")
        .Should().BeEquivalentTo(
            "AuthController.Register", "AuthController.Login", "AuthController.ForgotPassword", "AuthController.ResetPassword", "AuthController.Options", "SignInStepsController.Show", "SignInStepsController.Complete", "PasskeysController.Challenge", "PasskeysController.SignIn", "ProvidersController.SignIn", "InvitationsController.Preview", "InvitationsController.Accept",
            "WebhooksController.Receive", "WebhooksController.Check", "WebhooksController.CheckOtherwise", "UnsubscribeController.Show", "UnsubscribeController.Choose", "CloudEventsController.Ask");

    private static bool IsAnonymous(MethodInfo action) =>
        action.IsDefined(typeof(AllowAnonymousAttribute)) || action.DeclaringType!.IsDefined(typeof(AllowAnonymousAttribute));
}

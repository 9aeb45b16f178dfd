using System.Text.Json;

namespace Sendra.EndToEndTests;

/// <summary>A click that begins while a dialog opens must not be lost: what is clicked may not move away under the mouse.</summary>
[TestFixture(ReducedMotion.Reduce)]
[TestFixture(ReducedMotion.NoPreference)]
public sealed class DialogTests(ReducedMotion motion) : EndToEndTest
{
    private const int Frames = 30;

    // All places at which the button was, from the frame in which it appeared.
    private const string Places = """
        ([opener, text, frames]) => new Promise((done) => {
          const places = new Set();
          let left = frames;
          const look = () => {
            const found = [...document.querySelectorAll('[role=dialog] button')].find((one) => one.textContent.trim() === text || one.ariaLabel === text);
            if (found) {
              const { x, y } = found.getBoundingClientRect();
              places.add(`${x} ${y}`);
              left--;
            }
            if (left > 0) {
              requestAnimationFrame(look);
            } else {
              done([...places]);
            }
          };
          document.querySelector(opener).click();
          requestAnimationFrame(look);
        })
        """;

    protected override ReducedMotion Motion => motion;

    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task A_question_stands_still_while_it_opens()
    {
        string[] scopes = ["read"];
        await PostAsync("/api/api-keys", new { name = "Old server", scopes });
        await Page.GotoAsync("/settings/api-keys");
        await Expect(Button("Revoke Old server")).ToBeVisibleAsync();
        await StandsStillAsync("[aria-label='Revoke Old server']", "Revoke");
    }

    [Test]
    public async Task A_form_in_a_dialog_stands_still_while_it_opens()
    {
        await Page.GotoAsync("/settings/members");
        await Expect(Button("Invite")).ToBeVisibleAsync();
        await StandsStillAsync("main button", "Create the link");
    }

    [Test]
    public async Task A_drawer_stands_still_while_it_opens()
    {
        await SendAsync("signUp");
        await Page.GotoAsync("/settings/events");
        await Expect(Link("signUp")).ToBeVisibleAsync();
        await StandsStillAsync("[role=table] a", "Close");
    }

    private async Task StandsStillAsync(string opener, string button)
    {
        var places = await Page.EvaluateAsync<JsonElement>(Places, new object[] { opener, button, Frames });
        places.EnumerateArray().Select(place => place.GetString()).Should().ContainSingle("a click where it first showed has to hit it");
    }
}

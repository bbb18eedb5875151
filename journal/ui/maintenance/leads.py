"""The ways from the main screen to backup and check, which are imported when one goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.ui.dialogs.acting_screen import ActingScreen


class LeadsToProof:
    """An app whose main screen leads to them."""

    def quiet_main(self) -> ActingScreen[None]:
        """Return the main screen."""
        raise NotImplementedError

    async def action_back_up(self) -> None:
        """Make a copy in another folder."""
        from journal.ui.maintenance.flows import back_up

        main = self.quiet_main()
        await main.run_flow(back_up(main))

    def action_check_journal(self) -> None:
        """Compare everything with its digest."""
        from journal.ui.maintenance.integrity import ProofScreen

        main = self.quiet_main()
        main.app.push_screen(ProofScreen(main.logbook, check=True))

    def action_show_digest(self) -> None:
        """Show the head digest."""
        from journal.ui.maintenance.integrity import ProofScreen

        main = self.quiet_main()
        main.app.push_screen(ProofScreen(main.logbook, check=False))

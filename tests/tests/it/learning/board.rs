//! The board: what was asked in vain, without small cells, and what it proposes.

use super::{rows, search};
use server::audit::By;
use server::learning::board::{self, Board, State};
use server::learning::commands::{Synonym, approve, reject};
use server::learning::model::Decider;
use tests::TestApp;

async fn read(app: &TestApp) -> Board {
    rows(app).await;
    let platform = app.platform();
    board::read(&platform.database, &platform.book(), None, platform.clock.today()).await.unwrap()
}

fn queries(lines: &[board::Line]) -> Vec<&str> {
    lines.iter().map(|line| line.tried.query.as_str()).collect()
}

fn first(board: &Board) -> Synonym {
    let proposal = &board.without_hits[0].proposals[0];
    Synonym {
        wording: proposal.wording.parse().unwrap(),
        language: proposal.language,
        concept: proposal.evidence.concept,
        evidence: proposal.evidence.reason(),
    }
}

#[tokio::test]
async fn queries_in_vain_are_listed_from_three_askings_on() {
    let app = TestApp::with_market().await;
    search(&app, "weldingperson", 4).await;
    search(&app, "zqrare", 2).await;
    search(&app, "welder", 12).await;
    search(&app, "cook", 12).await;
    let card = app.english("/jobs?q=cook").await.link("Night cook");
    for _ in 0..2 {
        assert_eq!(app.english(&card).await.status, 200);
    }
    let board = read(&app).await;
    assert_eq!(queries(&board.without_hits), ["weldingperson"]);
    assert_eq!(queries(&board.low_click), ["welder"], "two of thirteen opened is not low");
    assert_eq!((board.totals.asked, board.totals.without_hits, board.totals.clicks), (31, 6, 2));
    assert_eq!(board.rare_queries, 1);
    assert!(board.share_without_hits().is_some_and(|share| (share - 6.0 / 31.0).abs() < 1e-9));
}

#[tokio::test]
async fn a_proposal_has_a_reason_and_is_not_made_again_once_rejected() {
    let app = TestApp::with_market().await;
    search(&app, "grab rider", 3).await;
    let board = read(&app).await;
    let line = &board.without_hits[0];
    assert_eq!(line.state, State::NotUnderstood);
    let proposal = line.proposals.first().expect("a delivery rider is near");
    assert!(proposal.evidence.reason().contains("is near to the label"), "{:?}", proposal.evidence);
    assert!(board.proposal(&proposal.id).is_some());
    let synonym = first(&board);
    let platform = app.platform();
    let by: Decider = "test".parse().unwrap();
    let was = reject(&platform.database, &synonym, (&by, &By::at_command_line()), app.now()).await.unwrap();
    assert!(!was, "nothing was approved");
    let again = read(&app).await;
    assert!(again.proposal(&proposal.id).is_none());
}

#[tokio::test]
async fn openings_from_like_queries_speak_for_their_occupation() {
    let app = TestApp::with_market().await;
    let book = app.book();
    let driver = book.codes.occupation("8332").unwrap();
    // The words of an advert find it; what people open tells what they mean.
    let link = app.english("/jobs?q=gravel").await.link("Truck driver");
    for _ in 0..4 {
        assert_eq!(app.english(&link).await.status, 200);
    }
    for _ in 0..3 {
        assert_eq!(app.english("/jobs?q=gravel&province=17").await.heading(), "0 jobs");
    }
    let board = read(&app).await;
    let gravel = board.without_hits.iter().find(|line| line.tried.query == "gravel").unwrap();
    let proposals = &gravel.proposals;
    let clicked = proposals.iter().find(|one| one.evidence.concept == search::Concept::Occupation(driver));
    let reason = clicked.expect("drivers were opened").evidence.reason();
    assert!(reason.contains("4 of 4 openings from results of 1 like queries"), "{reason}");
}

#[tokio::test]
async fn an_approved_synonym_is_understood_and_leaves_no_more_to_do() {
    let app = TestApp::with_market().await;
    search(&app, "grab rider", 3).await;
    let synonym = first(&read(&app).await);
    let platform = app.platform();
    let by: Decider = "Office of Work".parse().unwrap();
    approve(&platform.database, &platform.book(), &synonym, false, (&by, &By::at_command_line()), app.now())
        .await
        .unwrap();
    platform.reread_book().await.unwrap();
    app.settle().await;
    assert_eq!(read(&app).await.without_hits[0].state, State::Understood);
    let found = board::approved(&platform.database).await.unwrap();
    assert_eq!(found[0].decided_by, "Office of Work");
    assert!(
        reject(&platform.database, &synonym, (&by, &By::at_command_line()), app.now()).await.unwrap(),
        "an approval is taken back"
    );
    platform.reread_book().await.unwrap();
    assert_eq!(read(&app).await.without_hits[0].state, State::NotUnderstood);
    assert!(board::approved(&platform.database).await.unwrap().is_empty());
}
